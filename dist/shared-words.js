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
// src/words.ts
/** The form of a word that agrees with a count: `is` or `are`. */
const agreeing = (count, one, many) => count === 1 ? one : many;
/** `1 node`, `2 nodes`; `1 has`, `2 have`. */
const counted = (count, one, many = `${one}s`) => `${count} ${agreeing(count, one, many)}`;
/** `a, b and c`. */
const listed = (items) => items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")} and ${items.at(-1)}`;
/** The first of many: `a, b, c, d, e and 7 more`. */
const several = (items, most = 5) => items.length <= most ? listed(items) : `${items.slice(0, most).join(", ")} and ${items.length - most} more`;
export { OperatorError as a, several as i, counted as n, exitStatus as o, listed as r, agreeing as t };
