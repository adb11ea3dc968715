export enum Table {
  Book = 'book',
  Reader = 'reader',
}

export enum State {
  Lost,
  Lent = 5,
  Home,
}
