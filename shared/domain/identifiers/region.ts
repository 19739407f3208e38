/** The stretch of a page under one open element: until its own end tag, counting elements of the same name inside. */
export class Region {
  open = false;
  private name = 0;
  private depth = 0;

  /** `name` is the element's name as a number, see `tagKey`. */
  start(name: number): void {
    if (this.open) return;
    this.open = true;
    this.name = name;
    this.depth = 1;
  }

  /** An element of this name starts inside. */
  enter(name: number): void {
    if (this.open && name === this.name) this.depth++;
  }

  /** True when this end tag closes the region. */
  leave(name: number): boolean {
    if (!this.open || name !== this.name || --this.depth > 0) return false;
    this.open = false;
    return true;
  }
}
