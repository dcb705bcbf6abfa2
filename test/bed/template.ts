import { fileURLToPath } from 'node:url'
import { filesOf } from '../repository/git-folder.ts'

/** Texts of the files that a fork begins with. */
export const template = (): Promise<Record<string, string>> =>
  filesOf(fileURLToPath(new URL('../../template', import.meta.url)))

export const definitionOfTemplate = async (): Promise<string> => (await template())['network.yaml'] ?? ''
