export declare function madeFrom(root: string): string
