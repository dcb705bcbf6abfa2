import { OperatorError } from '../errors.ts'

/** No DNS server answered in time: further questions would wait as long. */
export class NoAnswer extends OperatorError {}

/** Questions to DNS servers. */
export interface Lookup {
  /** IP addresses of a name, every alias followed; empty when it has none. Throws OperatorError when no DNS server answers it, NoAnswer when none answers at all. */
  addresses(name: string): Promise<readonly string[]>
  /** The same of a new name below `parent`: no DNS server has an answer to it in its cache. */
  fresh(parent: string): Promise<readonly string[]>
  /** For how many seconds DNS servers remember that a name of the domain is missing; undefined when its zone does not tell. */
  missingFor(domain: string): Promise<number | undefined>
}
