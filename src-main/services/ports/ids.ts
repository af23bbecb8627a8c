/** Makes random identities (UUID version 4). */
export interface IdsPort {
  newId(): string;
}
