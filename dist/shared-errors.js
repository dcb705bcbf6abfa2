// src/errors.ts
/** An error that the person who runs Chancery can fix: shown as message and hint, without a stack. */
var OperatorError = class extends Error {
	hint;
	constructor(message, hint, options) {
		super(message, options);
		this.name = "OperatorError";
		this.hint = hint;
	}
};
/** Exit status of every command. */
const exitStatus = {
	done: 0,
	/** The definition, or one of its files, has errors; or something requested was not done. */
	findings: 1,
	/** OperatorError: wrong usage, missing files, an unusable repository. */
	operator: 2,
	bug: 3,
	/** A cluster does not match the definition, and could not be changed to match it. */
	cluster: 4
};
export { exitStatus as n, OperatorError as t };
