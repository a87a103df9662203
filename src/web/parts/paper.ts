// Which paper a page is printed on and which way it lies, and whether it is being printed: the browsers know named pages, but take their size from the unnamed one alone.
import { useEffect, useSyncExternalStore } from 'react'

export const PAPERS = ['A4', 'A3'] as const
export type Paper = (typeof PAPERS)[number]

/** For as long as the page is shown: a style sheet of its own file would stay for every page that comes after. */
export function useLandscape(paper: Paper): void {
  useEffect(() => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(`@page { size: ${paper} landscape; margin: 10mm }`)
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter(s => s !== sheet)
    }
  }, [paper])
}

let begun = false

function subscribe(changed: () => void): () => void {
  const query = matchMedia('print')
  const begin = () => {
    begun = true
    changed()
  }
  const end = () => {
    begun = false
    changed()
  }
  // Not every browser tells both, and the event comes before the paper is laid out.
  query.addEventListener('change', changed)
  addEventListener('beforeprint', begin)
  addEventListener('afterprint', end)
  return () => {
    query.removeEventListener('change', changed)
    removeEventListener('beforeprint', begin)
    removeEventListener('afterprint', end)
  }
}

/** For what is laid out otherwise on paper and would cost too much to build twice. */
export const usePrinting = (): boolean => useSyncExternalStore(subscribe, () => begun || matchMedia('print').matches)
