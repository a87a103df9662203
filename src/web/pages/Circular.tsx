export function Circular() { return null }
