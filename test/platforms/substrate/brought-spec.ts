import { read } from '../../docs/pages.ts'

const alice = '5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY'
const somebody = '5FRZuLTLo6fPXmWRkEk3FiGAJuW4kykeofX1pP4H43oyZvFv'

/** A plain chain spec as people bring one who have put their own account in place of Alice's. */
export const broughtSpec = async (): Promise<string> =>
  (await read('test/golden/substrate/chain/base.json')).replaceAll(alice, somebody)
