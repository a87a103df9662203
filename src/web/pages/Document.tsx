// A document and its reading, side by side: the printed text left, what it asks for right; corrected here and dispatched from here.
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { type KeyboardEvent, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { DocumentView, DraftView } from '../../core/contract/document.ts'
import { corrected } from '../../core/correction.ts'
import { visitOffers } from '../../core/fromvisit.ts'
import type { Span } from '../../reader/reading.ts'
import { CorrectDialog, useCorrect } from '../correct/CorrectDialog.tsx'
import { type Correcting, CorrectingProvider, type Target, useCorrected } from '../correct/correcting.ts'
import { GoldExport } from '../correct/GoldExport.tsx'
import { BulkLead } from '../parts/BulkLead.tsx'
import { Cards } from '../parts/Cards.tsx'
import { ConflictDialog } from '../parts/ConflictDialog.tsx'
import { DeleteDocument } from '../parts/DeleteDocument.tsx'
import { DispatchBar, Dispatched } from '../parts/DispatchBar.tsx'
import { DocumentText } from '../parts/DocumentText.tsx'
import { withLead } from '../parts/DraftChips.tsx'
import { type Change, useDrafts } from '../parts/drafts.ts'
import { FaultBox } from '../parts/FaultBox.tsx'
import { Go } from '../parts/Go.tsx'
import { Load } from '../parts/Load.tsx'
import { useLighting } from '../parts/lighting.ts'
import { Head } from '../parts/Shell.tsx'
import { useMay, useSession } from '../parts/session.ts'
import { page } from '../paths.ts'
import { documentQuery } from '../query.ts'
import { Button } from '../ui/Button.tsx'
import { Box, useTell } from '../ui/Notice.tsx'
import { formatDay } from '../words/day.ts'
import { useWords } from '../words/words.ts'
import '../style/document.css'
import '../style/correct.css'

export function Document() {
  const { id } = useParams({ strict: false }) as { id: string }
  const { t } = useWords()
  const query = useQuery({ ...documentQuery(id), staleTime: 0 })
  return (
    <Load query={query} lines={16} title={t('nav.documents')}>
      {document => <Whole key={document.id} document={document} />}
    </Load>
  )
}

/** ?at=12-40, as paths.ts writes it. */
function placeOf(at: string | undefined): Span | null {
  const found = /^(\d+)-(\d+)$/.exec(at ?? '')
  return found ? [Number(found[1]), Number(found[2])] : null
}

function Whole({ document }: { document: DocumentView }) {
  const { t, lang } = useWords()
  const tell = useTell()
  const may = useMay()
  const { jurisdiction } = useSession()
  const go = useNavigate()
  const { at } = useSearch({ strict: false }) as { at?: string }
  const place = useMemo(() => placeOf(at), [at])
  const root = useRef<HTMLDivElement>(null)
  const [side, setSide] = useState<'text' | 'cards'>(place ? 'text' : 'cards')
  const [bulk, setBulk] = useState(false)
  const [deleting, setDeleting] = useState(false)
  const { drafts, patch, conflict, settle, fault, lost, saving } = useDrafts(document)
  const editable = may('document.write') && document.state === 'read'
  useLighting(root)
  const { drawn, traces } = useCorrected(document)
  const [target, setTarget] = useState<Target | null>(null)
  const back = useCorrect(document)
  const writes = may('document.write')
  // biome-ignore lint/correctness/useExhaustiveDependencies: putting back reads the document when it is pressed
  const correcting = useMemo(
    (): Correcting => ({ ...traces, open: writes ? setTarget : null, restore: (of, trace) => void back.send(of, trace, {}) }),
    [traces, writes],
  )

  // biome-ignore lint/correctness/useExhaustiveDependencies: another place in the same document is another journey
  useEffect(() => {
    if (!place) return
    const asked = traces.shown.directives.find(({ entry: d }) => d.span[0] < place[1] && place[0] < d.span[1])?.index
    const card = root.current?.querySelector(`[data-draft="${asked}"]`)
    card?.scrollIntoView({ block: 'center' })
    card?.classList.add('lit')
    root.current?.querySelector('.m-at')?.scrollIntoView({ block: 'center' })
  }, [place])

  const latest = useRef(patch)
  latest.current = patch
  const onPatch = useCallback((index: number, change: Change) => latest.current(index, change), [])

  // Only read figures are counted: which of them can be taken is said where they are chosen.
  const elsewhere = document.reading.indicators.filter(i => i.region && i.quantity !== null && i.region !== jurisdiction.name).length
  const visited = useMemo(
    () => visitOffers(document.text, corrected(document.reading, document.corrections), jurisdiction.name)[0],
    [document, jurisdiction.name],
  )
  const open = drafts.filter(d => !d.itemId)
  const offered = open.filter(d => d.chosen && !d.leadUnitId && d.suggestions.length > 0)
  const leadless = open.filter(d => d.chosen && !d.leadUnitId)
  const adopt = () => {
    for (const d of offered) patch(d.index, withLead(d, d.suggestions[0]!.unitId))
    tell(t('document.adopted', { n: offered.length }))
  }

  return (
    <CorrectingProvider value={correcting}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keys work wherever the focus stands in the document; each has a button as well */}
      <div className={`document show-${side}`} ref={root} onKeyDown={e => editable && keys(e, drafts, patch)}>
        <Head
          title={document.title}
          lead={[document.number, document.day && formatDay(document.day, lang), t(`documents.${document.state}`)]
            .filter(Boolean)
            .join(' · ')}
        >
          {editable && leadless.length > 0 && (
            <>
              {offered.length > 0 && <Button onClick={adopt}>{t('document.adopt', { n: offered.length })}</Button>}
              <Button onClick={() => setBulk(true)}>{t('document.bulk')}</Button>
            </>
          )}
          {may('benchmark.write') && elsewhere > 0 && (
            <Go className="button plain" to={page.peers(document.id)}>
              {t('peers.inDocument', { n: elsewhere })}
            </Go>
          )}
          {may('item.register') && visited && (
            <Go className="button plain" to={page.visitPaper(document.id)}>
              {t('visitPage.inDocument', { n: visited.sites.length })}
            </Go>
          )}
          {writes && document.directives > 0 && (
            <Go className="button plain" to={page.conveyance(document.id)}>
              {t('relay.go')}
            </Go>
          )}
          {editable && (
            <Button look="quiet" onClick={() => setDeleting(true)}>
              {t('document.delete')}
            </Button>
          )}
        </Head>
        <FaultBox fault={fault ?? back.fault} waiting={lost} />
        {document.notes.length > 0 && (
          <Box kind="warn">
            {document.notes.map(note => (
              <p key={note.code}>{t(`note.${note.code}`, note.facts)}</p>
            ))}
          </Box>
        )}
        <fieldset className="sides">
          <legend className="hidden">{t('document.side')}</legend>
          {(['cards', 'text'] as const).map(s => (
            <button key={s} type="button" aria-pressed={side === s} onClick={() => setSide(s)}>
              {t(s === 'text' ? 'document.text' : 'document.reading')}
            </button>
          ))}
        </fieldset>
        <div className="panes">
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
          <section className="pane" data-side="text" aria-label={t('document.textLabel')} tabIndex={0}>
            <DocumentText text={document.text} reading={drawn} at={place} />
          </section>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
          <section className="pane" data-side="cards" aria-label={t('document.readingLabel')} tabIndex={0}>
            <Cards document={document} reading={drawn} drafts={drafts} onPatch={editable ? onPatch : null} />
            {editable && <p className="muted keys">{t('document.keys')}</p>}
            {writes && <GoldExport document={document} />}
          </section>
        </div>
        {document.state === 'dispatched' && drafts.some(d => d.itemId) ? (
          <Dispatched document={document} drafts={drafts} />
        ) : (
          editable && <DispatchBar document={document} drafts={open} saving={saving} />
        )}
        {bulk && (
          <BulkLead
            drafts={open.filter(d => d.chosen)}
            onApply={(indexes, unitId) => {
              for (const d of open) if (indexes.includes(d.index)) patch(d.index, withLead(d, unitId))
            }}
            onClose={() => setBulk(false)}
          />
        )}
        {deleting && (
          <DeleteDocument
            document={document}
            onClose={() => setDeleting(false)}
            onDone={() => {
              tell(t('document.deleted'))
              void go({ href: page.documents })
            }}
          />
        )}
        {conflict && <ConflictDialog conflict={conflict} onSettle={settle} />}
        {target && <CorrectDialog document={document} target={target} onClose={() => setTarget(null)} />}
      </div>
    </CorrectingProvider>
  )
}

/** j and k move, e edits the title, x takes in or leaves out, Enter takes the first suggestion and goes on. */
function keys(e: KeyboardEvent<HTMLElement>, drafts: DraftView[], patch: (index: number, change: Change) => void): void {
  const on = e.target as HTMLElement
  if (e.ctrlKey || e.metaKey || e.altKey || on.closest('input:not([type=checkbox]), textarea, select, dialog, [role=dialog]')) return
  const cards = [...e.currentTarget.querySelectorAll<HTMLElement>('[data-draft]')].filter(c => c.getClientRects().length > 0)
  const card = on.closest<HTMLElement>('[data-draft]')
  const at = card ? cards.indexOf(card) : -1
  const draft = card && drafts.find(d => `${d.index}` === card.dataset.draft)
  if (e.key === 'j') cards[Math.min(cards.length - 1, at + 1)]?.focus()
  else if (e.key === 'k') cards[Math.max(0, at - 1)]?.focus()
  else if (e.key === 'e' && card) card.querySelector<HTMLElement>('[data-edit]')?.click()
  else if (e.key === 'x' && draft && !draft.itemId) patch(draft.index, { chosen: !draft.chosen })
  else if (e.key === 'Enter' && draft && on === card) {
    if (!draft.itemId && !draft.leadUnitId && draft.suggestions[0]) patch(draft.index, withLead(draft, draft.suggestions[0].unitId))
    cards[Math.min(cards.length - 1, at + 1)]?.focus()
  } else return
  e.preventDefault()
}
