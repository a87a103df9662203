// Evidence for a report: chosen files go up at once, with their progress; one that did not arrive says why and can be tried again.
import { useEffect, useId, useRef, useState } from 'react'
import type { FileView } from '../../core/contract/item.ts'
import { address, call, Fault } from '../api.ts'
import { formatSize } from '../words/number.ts'
import { sayFault } from '../words/sentence.ts'
import { useWords } from '../words/words.ts'

interface Going {
  n: number
  file: File
  share: number
  fault: Fault | null
}

interface Props {
  files: FileView[]
  onChange: (change: (files: FileView[]) => FileView[]) => void
  /** How many are still on their way: the report waits for them. */
  onGoing: (n: number) => void
  /** Of an answer link: the files go up in its name. */
  token?: string
}

const AGAIN_MS = 4000

export function Files({ files, onChange, onGoing, token }: Props) {
  const { t } = useWords()
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const count = useRef(0)
  const [going, setGoing] = useState<Going[]>([])
  const patch = (n: number, more: Partial<Going>) => setGoing(g => g.map(one => (one.n === n ? { ...one, ...more } : one)))

  const start = async (one: Going) => {
    patch(one.n, { fault: null })
    try {
      const file = await call(token ? 'postAnswerFile' : 'postFile', {
        file: one.file,
        ...(token ? { token } : {}),
        onProgress: share => patch(one.n, { share }),
      })
      setGoing(g => g.filter(o => o.n !== one.n))
      onChange(all => [...all, file])
    } catch (fault) {
      if (fault instanceof Fault) patch(one.n, { fault, share: 0 })
    }
  }
  const add = (list: FileList | null) => {
    const fresh = Array.from(list ?? [], file => ({ n: ++count.current, file, share: 0, fault: null }))
    setGoing(g => [...g, ...fresh])
    for (const one of fresh) void start(one)
    if (input.current) input.current.value = ''
  }

  const lost = going.filter(g => g.fault?.code === 'offline')
  useEffect(() => {
    onGoing(going.filter(g => !g.fault || g.fault.code === 'offline').length)
  }, [going, onGoing])
  useEffect(() => {
    if (lost.length === 0) return
    const again = () => {
      for (const one of lost) void start(one)
    }
    const timer = setTimeout(again, AGAIN_MS)
    addEventListener('online', again)
    return () => {
      clearTimeout(timer)
      removeEventListener('online', again)
    }
  })

  return (
    <div className="field">
      <span className="field-name">{t('act.files')}</span>
      <p className="file-button">
        <input id={id} ref={input} type="file" multiple onChange={e => add(e.target.files)} aria-describedby={`${id}-hint`} />
        <label htmlFor={id} className="button plain">
          {t('act.addFile')}
        </label>
      </p>
      <p className="field-hint" id={`${id}-hint`}>
        {t('act.filesHint')}
      </p>
      <ul className="files">
        {files.map(f => (
          <li key={f.id}>
            <span>
              {f.name} <small className="muted">{formatSize(f.size)}</small>
            </span>
            <button
              type="button"
              className="button link"
              aria-label={t('act.removeFile', { name: f.name })}
              onClick={() => onChange(all => all.filter(o => o.id !== f.id))}
            >
              {t('do.remove')}
            </button>
          </li>
        ))}
        {going.map(g => (
          <li key={g.n}>
            {g.fault ? (
              <span className="field-error">{t('act.uploadFailed', { name: g.file.name, why: sayFault(t, g.fault) })}</span>
            ) : (
              <>
                <span>{t('act.uploading', { name: g.file.name, percent: Math.round(g.share * 100) })}</span>
                <progress max={1} value={g.share} aria-label={g.file.name} />
              </>
            )}
            {g.fault && (
              <button
                type="button"
                className="button link"
                aria-label={t('act.removeFile', { name: g.file.name })}
                onClick={() => setGoing(all => all.filter(o => o.n !== g.n))}
              >
                {t('do.remove')}
              </button>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}

/** Files of a report as links to their bytes. */
export function FileLinks({ files }: { files: FileView[] }) {
  const { t } = useWords()
  if (files.length === 0) return null
  const pictures = files.filter(f => PICTURES.includes(f.type))
  return (
    <>
      {pictures.length > 0 && (
        <p className="thumbs">
          {pictures.map(f => (
            <a key={f.id} href={address('getPicture', { params: { id: f.id } })} target="_blank" rel="noreferrer">
              <img src={address('getPicture', { params: { id: f.id } })} alt={t('item.seePicture', { name: f.name })} loading="lazy" />
            </a>
          ))}
        </p>
      )}
      <Links files={files} />
    </>
  )
}

/** What the browser draws; the server looks at the bytes before it says so. */
const PICTURES = ['image/png', 'image/jpeg', 'image/gif', 'image/webp']

function Links({ files }: { files: FileView[] }) {
  const { t } = useWords()
  return (
    <ul className="files" aria-label={t('item.files')}>
      {files.map(f => (
        <li key={f.id}>
          <a href={address('getFile', { params: { id: f.id } })} download={f.name}>
            {f.name}
          </a>{' '}
          <small className="muted">{formatSize(f.size)}</small>
        </li>
      ))}
    </ul>
  )
}
