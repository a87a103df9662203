// The filters of a ledger of a kind, drawn from the kind's own data: stage, light, lists, choices, texts, year of signing, currency.
import type { ReactNode } from 'react'
import { KIND, type LedgerKind, stagesOf } from '../../core/kind.ts'
import { CURRENCIES } from '../../core/money.ts'
import { LIGHTS } from '../../core/types.ts'
import { useSession } from '../parts/session.ts'
import { Field } from '../ui/Field.tsx'
import { choiceName, fieldName, stageName } from '../words/kind.ts'
import { useWords } from '../words/words.ts'

interface Props {
  kind: LedgerKind
  filters: Record<string, string | undefined>
  onChange: (more: Record<string, string>) => void
}

/** chain:food,sponsor:周晓棠 → the one value of each. */
const factsOf = (text = ''): Record<string, string> =>
  Object.fromEntries(
    text
      .split(',')
      .filter(one => one.includes(':'))
      .map(one => [one.slice(0, one.indexOf(':')), one.slice(one.indexOf(':') + 1)]),
  )

export function KindFilters({ kind, filters, onChange }: Props) {
  const { t } = useWords()
  const { today } = useSession()
  const { fields, columns, lists = {}, counts, sum, asked = [] } = KIND[kind]
  const facts = factsOf(filters.fact)
  const setFact = (name: string, value: string) => {
    const all = { ...facts, [name]: value.replaceAll(',', ' ').trim() }
    const said = Object.entries(all).filter(([, v]) => v)
    onChange({ fact: said.map(([field, v]) => `${field}:${v}`).join(',') })
  }
  const choose = (label: string, name: string, value: string | undefined, options: [string, ReactNode][], set: (value: string) => void) => (
    <Field key={name} label={label}>
      <select value={value ?? ''} onChange={e => set(e.target.value)}>
        <option value="">{t('kindPage.all')}</option>
        {options.map(([key, said]) => (
          <option key={key} value={key}>
            {said}
          </option>
        ))}
      </select>
    </Field>
  )
  const thisYear = Number(today.slice(0, 4))
  const choices = columns.filter(name => fields[name]!.type === 'choice')
  const named = Object.keys(lists)
  return (
    <search className="row kind-filters">
      {choose(
        t('kindPage.stage'),
        'stage',
        filters.stage,
        stagesOf(kind).map(stage => [stage, stageName(t, kind, stage)]),
        stage => onChange({ stage }),
      )}
      {choose(
        t('ledger.light'),
        'light',
        filters.light,
        LIGHTS.map(light => [light, t(`light.${light}`)]),
        light => onChange({ light }),
      )}
      {named.length > 0 &&
        choose(
          t('kindPage.list'),
          'list',
          filters.list,
          named.map(name => [name, t(`kind.${kind}.list.${name}` as 'kind.project.list.dead')]),
          list => onChange({ list, days: '' }),
        )}
      {filters.list && lists[filters.list] && (
        <Field label={t('kindPage.listDays')}>
          <input
            key={filters.list}
            type="number"
            min={1}
            max={3650}
            defaultValue={filters.days ?? lists[filters.list]!.days}
            onBlur={e => e.target.value !== (filters.days ?? String(lists[filters.list!]!.days)) && onChange({ days: e.target.value })}
            onKeyDown={e => e.key === 'Enter' && onChange({ days: e.currentTarget.value })}
          />
        </Field>
      )}
      {choices.map(name =>
        choose(
          fieldName(t, kind, name),
          name,
          facts[name],
          fields[name]!.choices!.map(choice => [choice, choiceName(t, kind, name, choice)]),
          value => setFact(name, value),
        ),
      )}
      {asked.map(name => (
        <Field key={name} label={fieldName(t, kind, name)}>
          <input
            type="search"
            maxLength={50}
            defaultValue={facts[name] ?? ''}
            onKeyDown={e => e.key === 'Enter' && setFact(name, e.currentTarget.value)}
            onBlur={e => e.target.value.trim() !== (facts[name] ?? '') && setFact(name, e.target.value)}
          />
        </Field>
      ))}
      {counts &&
        choose(
          t('kindPage.year'),
          'year',
          filters.year,
          Array.from({ length: 8 }, (_, n) => [String(thisYear - n), String(thisYear - n)]),
          year => onChange({ year }),
        )}
      {sum &&
        choose(
          t('kindPage.currency'),
          'currency',
          filters.currency,
          CURRENCIES.map(c => [c, t(`kindPage.money.${c}`)]),
          currency => onChange({ currency }),
        )}
      <Field label={t('kindPage.search')}>
        <input
          type="search"
          maxLength={50}
          defaultValue={filters.q ?? ''}
          onKeyDown={e => e.key === 'Enter' && onChange({ q: e.currentTarget.value.trim() })}
        />
      </Field>
    </search>
  )
}
