// src/words.ts
/** The form of a word that agrees with a count: `is` or `are`. */
const agreeing = (count, one, many) => count === 1 ? one : many;
/** `1 node`, `2 nodes`; `1 has`, `2 have`. */
const counted = (count, one, many = `${one}s`) => `${count} ${agreeing(count, one, many)}`;
/** `a, b and c`. */
const listed = (items) => items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")} and ${items.at(-1)}`;
/** `a, b or c`. */
const alternatives = (items) => items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")} or ${items.at(-1)}`;
/** The first of many: `a, b, c, d, e and 7 more`. */
const several = (items, most = 5) => items.length <= most ? listed(items) : `${items.slice(0, most).join(", ")} and ${items.length - most} more`;
/** At most this many characters, cut between two characters. */
const cut = (text, characters) => text.length <= characters ? text : `${text.slice(0, characters).toWellFormed().replace(/\uFFFD$/, "")}…`;
/** Longer than paths, keys and policies of several organizations. */
const longestValue = 200;
/** The most that a person reads of one message. */
const longestMessage = 2e3;
/** A message with long values truncated: words and quoted texts keep their beginning, the whole message keeps both ends. */
function brief(message) {
	if (message.length <= longestValue) return message;
	const text = message.split(/(\s+)/).map((word) => word.length <= longestValue ? word : beginning(word)).join("").replace(/"([^"]*)"/g, (quoted, inner) => inner.length <= longestValue ? quoted : `"${beginning(inner)}"`);
	if (text.length <= longestMessage) return text;
	return `${cut(text, 1500)} (${text.length} characters) …${text.slice(-400).toWellFormed()}`;
}
const beginning = (value) => `${cut(value, 80)} (${value.length} characters)`;
/** The order of texts by their code units, which is the same on every machine: for `sort`. */
const compareTexts = (a, b) => a < b ? -1 : a > b ? 1 : 0;
export { counted as a, several as c, compareTexts as i, alternatives as n, cut as o, brief as r, listed as s, agreeing as t };
