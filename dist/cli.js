#!/usr/bin/env node
import { i as platformProblem, t as nodeProblem } from "./shared-product.js";
// src/cli.ts
const problem = nodeProblem(process.versions.node) ?? platformProblem(process.platform);
if (problem === void 0) {
	const [{ runCommandLine }, { systemPorts }, { watchOutput }] = await Promise.all([
		import("./shared-run.js"),
		import("./shared-system.js"),
		import("./shared-output.js")
	]);
	const output = watchOutput(process.stdout, process.stderr);
	process.exitCode = await output.statusAfter(await runCommandLine(process.argv.slice(2), systemPorts));
} else {
	process.stderr.write(`${problem}\n`);
	process.exitCode = 2;
}
export {};
