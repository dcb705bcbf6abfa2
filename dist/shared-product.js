// package.json
var version$1 = "0.1.0";
var repository = {
	"type": "git",
	"url": "git+https://github.com/chancery-dev/chancery.git"
};
var engines = { "node": ">=22.19" };
// src/product.ts
const version = version$1;
/** Where this release publishes a file: the tag of a release never moves. */
const publishedAt = (path) => `https://raw.githubusercontent.com/chancery-dev/chancery/v${version}/${path}`;
/** Address of the project, for people. */
const projectPage = repository.url.replace(/^git\+/, "").replace(/\.git$/, "");
/** Pages of this release. */
const documentation = `${projectPage}/blob/v${version}/docs`;
/** Address of the description of a rule. */
const pageOfRule = (rule) => `${documentation}/rules.md#${rule}`;
/** Address of the description of a risk. */
const pageOfRisk = (id) => `${documentation}/plan.md#${id}`;
/** The oldest supported Node, from package.json. */
const oldestNode = engines.node.replace(">=", "");
/** Why Chancery does not run on a platform of Node, with a hint; undefined when it does. */
const platformProblem = (platform) => platform === "win32" ? "chancery: Windows is not supported\n    run Chancery on Linux or macOS; on Windows use WSL 2 (https://learn.microsoft.com/windows/wsl/install)" : void 0;
/** Why Chancery does not run on a version of Node, with a hint; undefined when it does. */
function nodeProblem(running) {
	const [major = 0, minor = 0] = running.split(".").map(Number);
	const [oldestMajor = 0, oldestMinor = 0] = oldestNode.split(".").map(Number);
	if (major > oldestMajor || major === oldestMajor && minor >= oldestMinor) return void 0;
	return `chancery: Chancery needs Node ${oldestNode} or newer, and this is ${running}\n    install a newer Node (https://nodejs.org), then run the command again`;
}
export { projectPage as a, platformProblem as i, pageOfRisk as n, publishedAt as o, pageOfRule as r, version as s, nodeProblem as t };
