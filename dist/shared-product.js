// package.json
var version$1 = "0.1.0";
var engines = { "node": ">=22.19" };
// src/product.ts
const version = version$1;
/** The oldest Node that Chancery runs on: package.json says it. */
const oldestNode = engines.node.replace(">=", "");
/** Why Chancery does not run on a platform of Node, with what to do; undefined when it does. */
const platformProblem = (platform) => platform === "win32" ? "chancery: Windows is not supported\n    run Chancery on Linux or macOS; on Windows that is WSL 2 (https://learn.microsoft.com/windows/wsl/install)" : void 0;
/** Why Chancery does not run on a version of Node, with what to do; undefined when it does. */
function nodeProblem(running) {
	const [major = 0, minor = 0] = running.split(".").map(Number);
	const [oldestMajor = 0, oldestMinor = 0] = oldestNode.split(".").map(Number);
	if (major > oldestMajor || major === oldestMajor && minor >= oldestMinor) return void 0;
	return `chancery: Chancery needs Node ${oldestNode} or newer, and this is ${running}\n    install a newer Node (https://nodejs.org), then run this again`;
}
export { platformProblem as n, version as r, nodeProblem as t };
