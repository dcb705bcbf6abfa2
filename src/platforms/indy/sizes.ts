import type { Sizes } from '../../network/size.ts'

/** Seen with `small`, 4 validators and 500 transactions: 60 to 66 MiB and a tenth of a core, with LevelDB in place of RocksDB. */
export const indySizes: Sizes = {
  small: { requests: { cpu: '100m', memory: '256Mi' }, limits: { memory: '1Gi' } },
  medium: { requests: { cpu: '500m', memory: '1Gi' }, limits: { memory: '2Gi' } },
  large: { requests: { cpu: '2', memory: '4Gi' }, limits: { memory: '8Gi' } },
}
