import { n as exitStatus } from "./shared-errors.js";
import { r as systemRefusal, t as codeOf } from "./shared-system-error.js";
// src/report/output.ts
/**
* Watches standard output and standard error. A closed pipe, as in `chancery plan | head -1`, is not an error: the command
* finishes its work. A full or broken device is an error, because the output is lost.
*/
function watchOutput(out, err) {
	const lost = /* @__PURE__ */ new Map();
	for (const stream of [out, err]) stream.on("error", (error) => {
		if (codeOf(error) !== "EPIPE" && !lost.has(stream)) lost.set(stream, error);
	});
	return { statusAfter: async (status) => {
		await Promise.all([out, err].map(written));
		const error = lost.get(out);
		if (error !== void 0) err.write(lostText(error));
		return lost.size > 0 && status === exitStatus.done ? exitStatus.operator : status;
	} };
}
const written = (stream) => new Promise((resolve) => void stream.write("", () => resolve()));
const lostText = (error) => `chancery: standard output cannot be written: ${systemRefusal(error)?.fault ?? error.message}\n    the command itself has finished: send its output to a file or terminal that can be written\n`;
export { watchOutput };
