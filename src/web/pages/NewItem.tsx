export function NewItem() { return null }
