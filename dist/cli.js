#!/usr/bin/env node
import { t as nodeProblem } from "./shared-product.js";
// src/cli.ts
const problem = nodeProblem(process.versions.node);
if (problem === void 0) {
	const [{ runCommandLine }, { systemPorts }] = await Promise.all([import("./shared-run.js"), import("./shared-system.js")]);
	process.exitCode = await runCommandLine(process.argv.slice(2), systemPorts);
} else {
	process.stderr.write(`${problem}\n`);
	process.exitCode = 2;
}
export {};
