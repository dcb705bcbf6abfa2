// src/render/escape.ts
/** A text on one line, without characters that nobody sees: those that control terminals, break lines or turn the direction of text. */
const visible = (text) => text.toWellFormed().replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, " ");
/** Texts of other programs, with their lines and tabs, without what controls a terminal. */
const visibleLines = (text) => text.split("\n").map(visibleLine).join("\n");
const visibleLine = (line) => line.split("	").map(visible).join("	");
/** A text as code in Markdown: nothing in it is markup, a link, or a name that gets a notification. */
function code(text) {
	const line = visible(text).trim();
	if (line === "") return "";
	return /[`|\\]/.test(line) ? htmlCode(line) : `\`${line}\``;
}
/** The same where Markdown is not read, such as in a summary of details. */
const htmlCode = (text) => `<code>${entities(visible(text).trim())}</code>`;
/**
* A sentence in Markdown. What is in backquotes is code. So is a word that GitHub would make something of whatever is escaped:
* `@name`, `#1`, `GH-1`, a URL, a commit, `$formula$`, `:emoji:`.
*/
const prose = (text) => visible(text).trim().split(/(`[^`]+`)/).map((part, at) => at % 2 === 1 ? code(part.slice(1, -1)) : part.split(/( +)/).map(word).join("")).join("").replace(/^(\d*)(?=[-+=.)])/, "$1\\");
const reference = /[@#$]|:\/\/|www\.|\bGH-\d|:[\w+-]+:|\b[0-9a-f]{7,}\b/i;
function word(text) {
	if (!reference.test(text)) return text.replace(/[\\*_[\]<>&~]/g, "\\$&").replace(/[`|]/g, (character) => entities(character));
	let end = text.length;
	while (end > 0 && ".,:;".includes(text.charAt(end - 1))) end -= 1;
	return code(text.slice(0, end)) + text.slice(end);
}
/** Character references can begin or end no markup: https://spec.commonmark.org/0.31.2/#entity-and-numeric-character-references */
const entities = (text) => text.replace(/[!-'*+.:-<>-@[-`{-~]/g, (character) => `&#${character.codePointAt(0)};`);
/** Lines as they are, below a fence that none of them can end. */
function fence(language, lines) {
	const text = lines.map(visible).join("\n");
	const longest = (text.match(/`+/g) ?? []).reduce((most, run) => Math.max(most, run.length), 2);
	const marks = "`".repeat(longest + 1);
	return `${marks}${language}\n${text}\n${marks}\n`;
}
export { visible as a, prose as i, fence as n, visibleLines as o, htmlCode as r, code as t };
