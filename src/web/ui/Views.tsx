// One of several views of a list, each with its count, as buttons in a row. Knows nothing of the domain.
interface Props<V> {
  legend: string
  views: readonly { view: V; name: string; n: number }[]
  shown: V
  onShow: (view: V) => void
}

export function Views<V extends string | null>({ legend, views, shown, onShow }: Props<V>) {
  return (
    <fieldset className="views">
      <legend className="hidden">{legend}</legend>
      {views.map(({ view, name, n }) => (
        <button
          key={name}
          type="button"
          className={shown === view ? 'button on' : 'button plain'}
          aria-pressed={shown === view}
          onClick={() => onShow(view)}
        >
          {name} {n}
        </button>
      ))}
    </fieldset>
  )
}
