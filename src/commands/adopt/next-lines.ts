import type { Adoption } from '../../platforms/adoption.ts'
import type { TonedLine } from '../../report/reporter.ts'
import { counted } from '../../words.ts'
import { definitionFile } from '../init/definition.ts'
import type { AdoptedDefinition } from './definition.ts'
import type { SealedSecrets } from './seal.ts'

export interface AdoptionEnd {
  readonly made: AdoptedDefinition
  readonly adoption: Adoption
  readonly sealed: SealedSecrets
  /** The folder as the person named it; undefined for the working folder. */
  readonly into: string | undefined
}

/** What a person does after files were written. */
export function nextLines({ made, adoption, sealed, into }: AdoptionEnd): readonly TonedLine[] {
  const steps = [
    ...(made.findings === undefined
      ? []
      : [
          `${into === undefined ? '' : `cd ${into} && `}chancery init --identities # the other files of the repository, and age keys; then add the recipients that it prints`,
        ]),
    ...(sealed.left.length === 0
      ? []
      : [
          'run the same `chancery adopt` again when the definition has recipients: it reads the keys again, and seals them',
        ]),
    ...adoption.tasks,
    'chancery validate # reports what is missing',
  ]
  return [
    ...(made.accepted === 0
      ? []
      : [{ text: `${definitionFile} accepts ${counted(made.accepted, 'warning')}: its last lines name them` }]),
    ...sealed.existing.map((path) => ({ text: `kept ${path}: a key is sealed once` })),
    ...sealed.left.map(
      ({ file, reason }): TonedLine => ({
        text: `the private half of ${file} was not written: ${reason}`,
        tone: 'bad',
      }),
    ),
    { text: 'next:' },
    ...steps.map((step, at) => ({ text: `  ${at + 1}. ${step}` })),
  ]
}
