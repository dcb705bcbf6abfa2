import { i as platformProblem, t as nodeProblem } from "./shared-product.js";
// src/main.ts
const problem = nodeProblem(process.versions.node) ?? platformProblem(process.platform);
if (problem === void 0) {
	const [{ runAction }, { systemPorts }, { watchOutput }] = await Promise.all([
		import("./shared-action.js"),
		import("./shared-system.js"),
		import("./shared-output.js")
	]);
	const output = watchOutput(process.stdout, process.stderr);
	process.exitCode = await output.statusAfter(await runAction(process.env, systemPorts));
} else {
	process.stdout.write(`::error::${problem.replaceAll("\n", "%0A")}\n`);
	process.exitCode = 2;
}
export {};
