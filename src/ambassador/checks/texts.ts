import { nameOf } from '../../cluster/objects.ts'
import { type BuiltObject, isRoute, type RouteProblem, type Routing } from './objects.ts'

/** Texts that Emissary or Kubernetes does not accept as written. */
export const texts = ({ all, ports = [] }: Routing): RouteProblem[] => [
  ...all
    .filter(({ object }) => isRoute(object))
    .flatMap((built) => [...variables(built.object.spec)].map((found) => expanded(built, found))),
  ...ports
    .filter(({ name }) => name.length > 15)
    .map(
      ({ name, built }): RouteProblem => ({
        rule: 'route-text',
        severity: 'error',
        message: `${nameOf(built.object)} has a port name of ${name.length} characters: ${name}`,
        hint: 'port names of containers, and of objects that copy them, have at most 15 characters: shorten it',
        root: built.root,
      }),
    ),
]

const expanded = ({ object, root }: BuiltObject, found: string): RouteProblem => ({
  rule: 'route-text',
  severity: 'error',
  message: `${nameOf(object)} contains ${found}`,
  hint: 'Emissary replaces it by the environment variable of that name, in every field: write the value',
  root,
})

/** As Python's os.path.expandvars finds them. */
function* variables(value: unknown): Generator<string> {
  if (typeof value === 'string') for (const [found] of value.matchAll(/\$(?:\w+|\{[^}]*\})/g)) yield found
  else if (typeof value === 'object' && value !== null) for (const item of Object.values(value)) yield* variables(item)
}
