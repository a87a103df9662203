// The organisation tree: units with their short names and duties, added and changed by the system administrator.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import type { UnitView } from '../../core/contract/unit.ts'
import { UNIT_KINDS, type UnitKind } from '../../core/types.ts'
import { wrongIn } from '../parts/FaultBox.tsx'
import { Go } from '../parts/Go.tsx'
import { Load } from '../parts/Load.tsx'
import { Head } from '../parts/Shell.tsx'
import { useMay } from '../parts/session.ts'
import { UnitPicker } from '../parts/UnitPicker.tsx'
import { WriteDialog } from '../parts/WriteDialog.tsx'
import { useWrite } from '../parts/write.ts'
import { page } from '../paths.ts'
import { unitsQuery } from '../query.ts'
import { Button } from '../ui/Button.tsx'
import { Field } from '../ui/Field.tsx'
import { Empty, useTell } from '../ui/Notice.tsx'
import { useWords } from '../words/words.ts'
import '../style/system.css'

export function Units() {
  const { t } = useWords()
  const may = useMay()
  const query = useQuery(unitsQuery)
  const [editing, setEditing] = useState<UnitView | 'new' | null>(null)
  return (
    <>
      <Head title={t('system.units')} lead={t('system.unitsLead')}>
        {may('unit.write') && (
          <Go className="button plain" to={page.roster}>
            {t('roster.open')}
          </Go>
        )}
        {may('unit.write') && (
          <Button look="primary" onClick={() => setEditing('new')}>
            {t('system.addUnit')}
          </Button>
        )}
      </Head>
      <Load query={query}>
        {({ units }) =>
          units.length === 0 ? (
            <Empty
              title={t('system.noUnits')}
              lead={t('system.noUnitsLead')}
              action={may('unit.write') && <Go to={page.roster}>{t('roster.open')}</Go>}
            />
          ) : (
            <Tree units={units} onEdit={may('unit.write') ? setEditing : null} />
          )
        }
      </Load>
      {editing && <EditUnit unit={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />}
    </>
  )
}

/** Parents before their children, siblings as they came. */
function inOrder(units: UnitView[]): { unit: UnitView; depth: number }[] {
  const below = Map.groupBy(units, u => u.parentId)
  const walk = (parent: string | null, depth: number): { unit: UnitView; depth: number }[] =>
    (below.get(parent) ?? []).flatMap(unit => [{ unit, depth }, ...walk(unit.id, depth + 1)])
  return walk(null, 0)
}

function Tree({ units, onEdit }: { units: UnitView[]; onEdit: ((unit: UnitView) => void) | null }) {
  const { t } = useWords()
  const rows = useMemo(() => inOrder(units), [units])
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className="table-box" aria-label={t('system.units')} tabIndex={0}>
      <table className="table system">
        <caption className="hidden">{t('system.units')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('system.unitName')}</th>
            <th scope="col" className="wide-only">
              {t('system.aliases')}
            </th>
            <th scope="col">{t('system.kind')}</th>
            <th scope="col" className="wide-only">
              {t('system.duties')}
            </th>
            <th scope="col" className="wide-only">
              {t('system.liaisons')}
            </th>
            {onEdit && (
              <th scope="col">
                <span className="hidden">{t('do.edit')}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ unit: u, depth }) => (
            <tr key={u.id}>
              <th scope="row" className={`deep-${Math.min(depth, 4)}`}>
                {u.name}
              </th>
              <td className="wide-only">{u.aliases.join(t('say.comma')) || '—'}</td>
              <td className="nowrap">{t(`unitKind.${u.kind}`)}</td>
              <td className="wide-only">
                <span className="two-lines" title={u.duties}>
                  {u.duties || '—'}
                </span>
              </td>
              <td className="wide-only">{u.liaisons.join(t('say.comma')) || '—'}</td>
              {onEdit && (
                <td>
                  <button
                    type="button"
                    className="button link"
                    aria-label={t('system.editUnit', { name: u.name })}
                    onClick={() => onEdit(u)}
                  >
                    {t('do.edit')}
                  </button>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function EditUnit({ unit, onClose }: { unit: UnitView | null; onClose: () => void }) {
  const { t } = useWords()
  const tell = useTell()
  const cache = useQueryClient()
  const [name, setName] = useState(unit?.name ?? '')
  const [aliases, setAliases] = useState(unit?.aliases.join('、') ?? '')
  const [kind, setKind] = useState<UnitKind>(unit?.kind ?? 'government')
  const [parentId, setParentId] = useState(unit?.parentId ?? null)
  const [duties, setDuties] = useState(unit?.duties ?? '')
  const done = () => {
    void cache.invalidateQueries({ queryKey: unitsQuery.queryKey })
    tell(t('say.saved'))
    onClose()
  }
  const add = useWrite('postUnit', { onDone: done })
  const change = useWrite('patchUnit', { onDone: done })
  const write = unit ? change : add
  const save = () => {
    const body = { name, aliases: aliases.split(/[、，,；;\s]+/).filter(Boolean), kind, parentId, duties }
    void (unit ? change.send({ params: { id: unit.id }, body }) : add.send({ body }))
  }
  const wrong = (field: string): string | null => wrongIn(t, write.fault, field)
  return (
    <WriteDialog
      title={unit ? t('system.editUnit', { name: unit.name }) : t('system.addUnit')}
      onClose={onClose}
      onSubmit={save}
      write={write}
    >
      <Field label={t('system.unitName')} error={wrong('name')}>
        <input maxLength={60} value={name} onChange={e => setName(e.target.value)} />
      </Field>
      <Field label={t('system.aliases')} hint={t('system.aliasesHint')} error={wrong('aliases')}>
        <input value={aliases} onChange={e => setAliases(e.target.value)} />
      </Field>
      <Field label={t('system.kind')}>
        <select value={kind} onChange={e => setKind(e.target.value as UnitKind)}>
          {UNIT_KINDS.map(k => (
            <option key={k} value={k}>
              {t(`unitKind.${k}`)}
            </option>
          ))}
        </select>
      </Field>
      <Field label={t('system.parent')} hint={parentId ? undefined : t('system.noParent')} error={wrong('parentId')}>
        <UnitPicker value={parentId} onChange={setParentId} without={unit ? [unit.id] : []} />
      </Field>
      <Field label={t('system.duties')} hint={t('system.dutiesHint')} error={wrong('duties')}>
        <textarea maxLength={2000} value={duties} onChange={e => setDuties(e.target.value)} />
      </Field>
    </WriteDialog>
  )
}
