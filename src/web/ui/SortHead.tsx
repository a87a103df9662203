// The head of a column that can be sorted: says its order to screen readers, and turns it round when pressed again.
interface Props {
  name: string
  /** The words for a button that sorts by this column. */
  say: string
  dir: 'asc' | 'desc' | null
  onSort: (dir: 'asc' | 'desc') => void
  numeric?: boolean
  className?: string
}

export function SortHead({ name, say, dir, onSort, numeric, className = '' }: Props) {
  return (
    <th
      scope="col"
      className={numeric ? `num ${className}` : className || undefined}
      aria-sort={dir === 'asc' ? 'ascending' : dir === 'desc' ? 'descending' : 'none'}
    >
      <button type="button" className="sort" title={say} onClick={() => onSort(dir === 'asc' ? 'desc' : 'asc')}>
        {name}
        <i aria-hidden="true">{dir === 'asc' ? '▲' : dir === 'desc' ? '▼' : ''}</i>
      </button>
    </th>
  )
}
