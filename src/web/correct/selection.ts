// What is selected in the printed text, as a place in it. Reads the drawn page; lines carry where they begin in data-start.
import { type RefObject, useEffect, useState } from 'react'
import type { Span } from '../../reader/reading.ts'
import { trimmed } from './place.ts'

interface Selected {
  span: Span
  /** Where its last line ends on the page, from the corner of the printed text. */
  left: number
  top: number
}

/** A point of the drawn page as an offset of the text; null outside of it. */
function offsetOf(node: Node, offset: number): number | null {
  const line = (node instanceof Element ? node : node.parentElement)?.closest<HTMLElement>('[data-start]')
  if (!line) return null
  const before = document.createRange()
  before.setStart(line, 0)
  before.setEnd(node, offset)
  let at = Number(line.dataset.start)
  const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT)
  for (let piece = walker.nextNode(); piece; piece = walker.nextNode()) {
    // The numbers in the margin are not of the text.
    if (piece.parentElement!.closest('.margin-number')) continue
    if (piece === node) return at + offset
    if (!before.intersectsNode(piece)) return at
    at += piece.nodeValue!.length
  }
  return at
}

/** The selection inside `root`, kept while a button is pressed; a moment after it stops changing. */
const REST_MS = 120

export function useSelected(root: RefObject<HTMLElement | null>, text: string): Selected | null {
  const [selected, setSelected] = useState<Selected | null>(null)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const look = () => {
      const selection = document.getSelection()
      const range = selection && !selection.isCollapsed && selection.rangeCount > 0 ? selection.getRangeAt(0) : null
      const from = range && root.current?.contains(range.startContainer) ? offsetOf(range.startContainer, range.startOffset) : null
      const to = range && root.current?.contains(range.endContainer) ? offsetOf(range.endContainer, range.endOffset) : null
      const span = from === null || to === null ? null : trimmed(text, [from, to])
      const last = span && [...range!.getClientRects()].filter(r => r.width > 0).at(-1)
      if (!last) return setSelected(null)
      const corner = root.current!.getBoundingClientRect()
      setSelected({ span, left: last.right - corner.left, top: last.bottom - corner.top })
    }
    const later = () => {
      clearTimeout(timer)
      timer = setTimeout(look, REST_MS)
    }
    document.addEventListener('selectionchange', later)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('selectionchange', later)
    }
  }, [root, text])
  return selected
}
