import { addressText } from '../../../network/address.ts'
import { readMessage } from '../protobuf/reader.ts'
import type { ConfigGroup } from './config-group.ts'
import { consenterChanges, consenterEntries, consentersIn, describeConsenterChange } from './consenters.ts'

/** What becomes of the consenters of a channel, in words; all that differs in one is told. */
export function consenterText(before: ConfigGroup, after: ConfigGroup): readonly string[] {
  const changes = consenterChanges(consentersIn(before), consentersIn(after))
  const told = new Set(
    changes.flatMap(({ before: old, after: now }) => [old, now].flatMap((one) => one ?? [])).map(addressText),
  )
  const [old, now] = [entriesOf(before), entriesOf(after)]
  const others = [...now].filter(([address, trace]) => {
    const was = old.get(address)
    return was !== undefined && was !== trace && !told.has(address)
  })
  return [
    ...changes.map(describeConsenterChange),
    ...others.map(([address]) => `consenter ${address} has another number, client certificate or organization`),
  ]
}

/** All of each consenter as a text, by address. */
const entriesOf = (channel: ConfigGroup): ReadonlyMap<string, string> =>
  new Map(
    consenterEntries(channel).map(({ consenter, encoded }) => {
      const fields = readMessage(encoded)
      return [addressText(consenter), fields.present.map((field) => `${field}=${fields.trace(field)}`).join('&')]
    }),
  )
