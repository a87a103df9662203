// The list of what waits, by group of what is due: the first of each group, the rest at one press. What is unfolded stands in the address.
import { useNavigate, useSearch } from '@tanstack/react-router'
import { type ReactNode, useEffect, useRef } from 'react'
import type { TodoEntry } from '../../core/contract/todo.ts'
import { Button } from '../ui/Button.tsx'
import { Views } from '../ui/Views.tsx'
import { useWords } from '../words/words.ts'
import { useSession } from './session.ts'
import { FIRST_SHOWN, groupedByDue, kindsOf, TODO_GROUPS, type TodoGroup } from './todogroups.ts'

interface Props {
  entries: TodoEntry[]
  draw: (entry: TodoEntry) => ReactNode
}

export function TodoGroups({ entries, draw }: Props) {
  const { t } = useWords()
  const { today } = useSession()
  const go = useNavigate()
  const { kind: wanted, all = '' } = useSearch({ strict: false }) as { kind?: string; all?: string }
  const kinds = kindsOf(entries)
  // The last of a kind may have been done meanwhile.
  const shown = kinds.find(([kind]) => kind === wanted)?.[0] ?? null
  const open = TODO_GROUPS.filter(group => all.split(',').includes(group))
  const turn = (kind: TodoEntry['kind'] | null, groups: TodoGroup[]) => {
    const search = { ...(kind ? { kind } : {}), ...(groups.length ? { all: groups.join(',') } : {}) }
    void go({ to: '.', search: search as never, replace: true, resetScroll: false })
  }
  return (
    <>
      {kinds.length > 1 && (
        <Views
          legend={t('todo.show')}
          views={[
            { view: null, name: t('todo.all'), n: entries.length },
            ...kinds.map(([view, n]) => ({ view, name: t(`todo.kind.${view}`), n })),
          ]}
          shown={shown}
          onShow={kind => turn(kind, [])}
        />
      )}
      {groupedByDue(shown ? entries.filter(e => e.kind === shown) : entries, today).map(({ group, entries: own }) => (
        <Group
          key={group}
          name={t(`todo.group.${group}`)}
          entries={own}
          open={open.includes(group)}
          onOpen={() => turn(shown, [...open, group])}
          draw={draw}
        />
      ))}
    </>
  )
}

interface GroupProps extends Props {
  name: string
  open: boolean
  onOpen: () => void
}

function Group({ name, entries, open, onOpen, draw }: GroupProps) {
  const { t } = useWords()
  const list = useRef<HTMLUListElement>(null)
  const pressed = useRef(false)
  useEffect(() => {
    // The button is gone: who pressed it goes on at the first entry that it brought.
    if (open && pressed.current) list.current?.children[FIRST_SHOWN]?.querySelector('a')?.focus()
    pressed.current = false
  }, [open])
  const rest = entries.length - FIRST_SHOWN
  return (
    <section className="todo-group" aria-label={name}>
      <h2>
        {name} <span className="muted">{entries.length}</span>
      </h2>
      <ul className="todo" ref={list}>
        {(open ? entries : entries.slice(0, FIRST_SHOWN)).map(draw)}
      </ul>
      {!open && rest > 0 && (
        <Button
          aria-label={t('say.label', { what: name, of: t('todo.showAll', { n: entries.length }) })}
          onClick={() => {
            pressed.current = true
            onOpen()
          }}
        >
          {t('todo.showAll', { n: entries.length })}
        </Button>
      )}
    </section>
  )
}
