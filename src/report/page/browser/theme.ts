import { element } from './element.ts'

type Theme = 'auto' | 'light' | 'dark'

/** Follows the system unless a person chooses. A page from a disk may have no storage: then the choice lasts as long as the page. */
export function themeChoice(onChange: () => void): HTMLElement {
  const themes: readonly (readonly [Theme, string])[] = [
    ['auto', 'System colours'],
    ['light', 'Light'],
    ['dark', 'Dark'],
  ]
  const select = element(
    'select',
    { 'aria-label': 'Colours', id: 'theme' },
    ...themes.map(([value, text]) => element('option', { value }, text)),
  )
  const apply = (theme: string): void => {
    if (theme === 'auto') delete document.documentElement.dataset.theme
    else document.documentElement.dataset.theme = theme
    onChange()
  }
  select.addEventListener('change', () => apply(select.value))
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', onChange)
  return select
}

/** Prints in light colours, whatever the screen has. */
export function whilePrinting(begin: () => void, end: () => void): void {
  let theme: string | undefined
  addEventListener('beforeprint', () => {
    theme = document.documentElement.dataset.theme
    document.documentElement.dataset.theme = 'light'
    for (const one of document.querySelectorAll('details')) one.open = true
    begin()
  })
  addEventListener('afterprint', () => {
    if (theme === undefined) delete document.documentElement.dataset.theme
    else document.documentElement.dataset.theme = theme
    end()
  })
}
