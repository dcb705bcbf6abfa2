import { tool } from './bed/tools/tool.ts'

/** Builds what the tests need before they start: progress is shown, and no test's time limit counts it. */
export async function setup(): Promise<void> {
  for (const name of ['kustomize', 'controller-gen', 'sops', 'actionlint']) await tool(name)
}
