// Which way the paper lies when a page is printed: the browsers know named pages, but take their size from the unnamed one alone.
import { useEffect } from 'react'

/** For as long as the page is shown: a style sheet of its own file would stay for every page that comes after. */
export function useLandscape(): void {
  useEffect(() => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync('@page { size: A4 landscape; margin: 10mm }')
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter(s => s !== sheet)
    }
  }, [])
}
