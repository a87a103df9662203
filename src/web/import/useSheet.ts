// One sheet on its way in: chosen, checked, put right and checked again, written once. What is in it is the business of its page.
import { useEffect, useRef, useState } from 'react'
import type { RouteName } from '../../core/contract/paths.ts'
import type { Answer, Beside } from '../api.ts'
import { keep, kept } from '../intent.ts'
import { useWrite } from '../parts/write.ts'

interface Way<C extends RouteName, W extends RouteName, F> {
  check: C
  write: W
  /** Names the intended write, and what was said of its sheets. */
  scope: string
  params?: Record<string, string>
  /** Nothing said yet. */
  none: F
  onWritten: () => void
}

/** What was said about a file survives a reload of the page: the file is chosen again, and it holds. */
const placeOf = (scope: string, file: File) => `${scope}.${file.name}.${file.size}.${file.lastModified}`

export function useSheet<C extends RouteName, W extends RouteName, F>({ check, write, scope, params, none, onWritten }: Way<C, W, F>) {
  const head = useRef<HTMLHeadingElement>(null)
  const [file, setFile] = useState<File | null>(null)
  const [fixes, setFixes] = useState(none)
  const [preview, setPreview] = useState<Answer<C> | null>(null)
  const [result, setResult] = useState<Answer<W> | null>(null)
  const [share, setShare] = useState(0)
  const checking = useWrite(check, { onDone: answer => setPreview(() => answer) })
  const writing = useWrite(write, {
    scope,
    onDone: answer => {
      setResult(() => answer)
      if (file) keep(placeOf(scope, file), null)
      onWritten()
    },
  })
  const ask = (chosen: File, said: F) => {
    setFixes(() => said)
    setShare(0)
    // Every check takes it by this name.
    const beside = { fixes: said } as unknown as Beside<C>
    void checking.send({ params, file: chosen, beside, onProgress: setShare })
  }
  const drop = () => {
    setFile(null)
    setPreview(null)
    setResult(null)
  }
  const take = (chosen: File | undefined) => {
    if (!chosen) return
    drop()
    setFile(chosen)
    writing.clear()
    ask(chosen, kept(placeOf(scope, chosen), none))
  }
  const fix = (said: F) => {
    if (!file) return
    keep(placeOf(scope, file), said)
    writing.clear()
    ask(file, said)
    // What was decided is gone from the list: the place for the keyboard is the sentence that changed.
    head.current?.focus()
  }
  // Others wrote in between: the new preview is asked for at once.
  const stale = writing.fault?.code === 'preview-stale'
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each refusal
  useEffect(() => {
    if (stale && file) ask(file, fixes)
  }, [stale])
  const shown = result ? 'result' : preview ? 'preview' : null
  useEffect(() => {
    if (shown) head.current?.focus()
  }, [shown])
  /** `beside`: what the person said, and the mark of the check that he saw. */
  const send = (beside: Beside<W>) => {
    if (file) void writing.send({ params, file, beside })
  }
  return { head, file, fixes, preview, result, share, checking, writing, take, fix, drop, send }
}
