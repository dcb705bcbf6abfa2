// src/render/markdown.ts
/** Text from a definition as it may stand in a table cell: nothing in it is markup. */
const escapeMarkdown = (text) => text.replace(/[\\`*_{}[\]<>|#~]/g, "\\$&").replace(/[\r\n]+/g, " ");
/** A table with a heading row. Cells are Markdown already. */
function table(heading, rows) {
	const line = (cells) => `| ${cells.join(" | ")} |\n`;
	return line(heading) + line(heading.map(() => "---")) + rows.map(line).join("");
}
const code = (text) => `\`${text.replaceAll("`", "'").replaceAll("|", "\\|")}\``;
export { escapeMarkdown as n, table as r, code as t };
