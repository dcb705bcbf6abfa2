import { type ImageReferenceProblem, isImageReferenceProblem, readImageReference } from './image-reference.ts'

/** A registry and a path in it, below which images have their names. For editors, which cannot know more. */
export const mirrorForm =
  /^([a-z0-9]([-a-z0-9.]*[a-z0-9])?|\[[0-9a-f:]+\])(:\d+)?(\/[a-z0-9]+([-_.a-z0-9]*[a-z0-9])?)*$/

const example = 'write a registry and path such as registry.example.com/mirror'

/** Why images cannot have names below a mirror, and how to fix it. `images` are their names there. */
export function mirrorNameProblem(text: string, images: readonly string[]): ImageReferenceProblem | undefined {
  if (text === '') return { message: 'it is empty', hint: `${example}, or remove \`images.registry\`` }
  const [prefix = ''] = /^[A-Za-z][A-Za-z0-9+.-]*:\/\//.exec(text) ?? []
  const [, name = ''] = /^(.*?)\/*$/.exec(text.slice(prefix.length)) ?? []
  const [, login = ''] = /^([^/]*@)/.exec(name) ?? []
  if (login !== '')
    return {
      message: 'it has a login',
      hint: `write ${name.slice(login.length)}, and put the login into the Secret of \`images.pullSecret\``,
    }
  if (prefix !== '') return { message: `it begins with ${prefix}`, hint: `write ${name}` }
  if (name !== text) return { message: 'it ends with "/"', hint: `write ${name}` }
  const [, path] = /^(.+\/[^/:@]*)[:@][^/]*$/.exec(text) ?? []
  if (path !== undefined)
    return { message: 'it has a tag or a digest', hint: `write ${path}: each image has its own tag there` }
  if (/[A-Z]/.test(text)) return { message: 'it has capitals', hint: `write ${text.toLowerCase()}` }
  return images.map((image) => readImageReference(`${text}/${image}`, example)).find(isImageReferenceProblem)
}
