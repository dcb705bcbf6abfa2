import { t as nodeProblem } from "./shared-product.js";
// src/main.ts
const problem = nodeProblem(process.versions.node);
if (problem === void 0) {
	const [{ runAction }, { systemPorts }] = await Promise.all([import("./shared-action.js"), import("./shared-system.js")]);
	process.exitCode = await runAction(process.env, systemPorts);
} else {
	process.stdout.write(`::error::${problem.replaceAll("\n", "%0A")}\n`);
	process.exitCode = 2;
}
export {};
