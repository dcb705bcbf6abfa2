// Runs in the page of mermaid.test.ts: draws a flowchart, and returns its texts with their places.
globalThis.textsInPicture = async (source, theme) => {
  globalThis.mermaid.initialize({ startOnLoad: false, theme, suppressErrorRendering: true })
  const { svg } = await globalThis.mermaid.render('drawn', source)
  const picture = document.querySelector('#picture')
  picture.innerHTML = svg
  return Array.from(picture.querySelectorAll('span.nodeLabel, span.edgeLabel'))
    .filter((element) => element.textContent.trim() !== '')
    .map((element) => {
      const { left, top, right, bottom } = element.getBoundingClientRect()
      const above = document.elementFromPoint((left + right) / 2, (top + bottom) / 2)
      const visible = above !== null && (element.contains(above) || above.contains(element))
      return { text: element.textContent.trim(), left, top, right, bottom, visible }
    })
}
