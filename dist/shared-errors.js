// src/errors.ts
/** Something that the person who runs Chancery can set right: shown as message and hint, without a stack. */
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
	/** The definition, or what belongs to it, has errors. */
	findings: 1,
	/** OperatorError: wrong usage, missing files, a repository that is not as it must be. */
	operator: 2,
	bug: 3,
	/** A cluster is not what the definition says, and could not be made so. */
	cluster: 4
};
export { exitStatus as n, OperatorError as t };
