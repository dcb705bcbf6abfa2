import type { PlatformCommand } from '../../command.ts'
import type { SubstrateNode, SubstrateTop } from '../schema.ts'
import { sessionKeysCommand } from './session-keys.ts'

/** What people take to the chain: Chancery signs nothing with their accounts. */
export const commands: readonly PlatformCommand<SubstrateTop, SubstrateNode>[] = [sessionKeysCommand]
