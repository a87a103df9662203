// Turning pages of a long list. Knows nothing of the domain.
interface Props {
  label: string
  say: string
  prev: string
  next: string
  page: number
  pages: number
  onPage: (page: number) => void
}

export function Pages({ label, say, prev, next, page, pages, onPage }: Props) {
  if (pages <= 1) return null
  return (
    <nav className="pages" aria-label={label}>
      <span className="muted">{say}</span>
      <button type="button" className="button plain" disabled={page <= 1} onClick={() => onPage(page - 1)}>
        {prev}
      </button>
      <button type="button" className="button plain" disabled={page >= pages} onClick={() => onPage(page + 1)}>
        {next}
      </button>
    </nav>
  )
}
