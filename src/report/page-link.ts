import { pageOfRisk, pageOfRule } from '../product.ts'
import { code } from '../render/escape.ts'
import { cut } from '../words.ts'
import type { Tier } from './plan/tier.ts'

/** Names of rules and risks. A plan of a fork can have anything in their place, which becomes no part of an address. */
const nameForm = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/

type Limits = Pick<Tier, 'characters' | 'links'>

const linked = (name: string, { characters, links }: Limits, pageOf: (name: string) => string): string =>
  links && nameForm.test(name) && name.length <= characters
    ? `[${code(name)}](${pageOf(name)})`
    : code(cut(name, characters))

/** The name of a rule as a link to its description, in Markdown. */
export const ruleLink = (rule: string, limits: Limits): string => linked(rule, limits, pageOfRule)

/** The name of a risk as a link to its description, in Markdown. */
export const riskLink = (id: string, limits: Limits): string => linked(id, limits, pageOfRisk)
