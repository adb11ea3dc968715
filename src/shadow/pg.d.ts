/** As much of node-postgres as a shadow needs: the package has no types of its own. https://node-postgres.com */

declare module 'pg' {
  export interface Result {
    readonly command: string;
    readonly rowCount: number | null;
    readonly rows: readonly Record<string, unknown>[];
    readonly fields: readonly { readonly name: string; readonly dataTypeID: number }[];
  }

  export class Client {
    constructor(settings: {
      readonly connectionString: string;
      readonly types?: { getTypeParser(type: number): (text: string) => unknown };
    });
    connect(): Promise<void>;
    query(sql: string): Promise<Result | readonly Result[]>;
    end(): Promise<void>;
    on(event: 'error', heard: (error: Error) => void): void;
  }
}
