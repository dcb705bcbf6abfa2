import type { Plan } from '../../../plan/plan.ts'
import type { Tier } from '../tier.ts'

/** A line as render/topology.ts writes it: nothing that links, styles, configures or runs. */
const line =
  /^(?:flowchart TB|end|subgraph \w+\[TEXT\]|\w+\[TEXT\](?::::r\d)?|\w+ <?-->(?:\|TEXT\|)? \w+|\w+ ~~~ \w+|classDef r\d fill:#[0-9a-f]{6},stroke:#[0-9a-f]{6},color:#ffffff)$/
const text = /"(?:[A-Za-z0-9 .,:/()+_-]|#\d{1,7};)*"/g

/** Whether a flowchart is nothing but boxes and arrows: one from elsewhere could hold anything that Mermaid knows. */
export const isPlainFlowchart = (flowchart: string): boolean =>
  flowchart
    .trimEnd()
    .split('\n')
    .every((each) => line.test(each.trim().replace(text, 'TEXT')))

/** The picture, where the change alters it: `deploy/README.md` always has it. */
export const topologySection = ({ topology, topologyChanged }: Plan, tier: Tier): string =>
  tier.topology && topologyChanged && isPlainFlowchart(topology)
    ? `<details><summary>Topology</summary>\n\n\`\`\`mermaid\n${topology.trimEnd()}\n\`\`\`\n\n</details>\n`
    : ''
