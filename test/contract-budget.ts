import type { Bill, EstimateRequest, PricedEstimate } from './contract.js';

// The promised shapes of `promptcost/budget`; see contract.ts.

export interface Cap {
  readonly scope: string | ((request: BudgetRequest) => string);
  readonly limit: string;
  readonly per: 'minute' | 'hour' | 'day' | 'week' | 'month' | 'total';
}
export interface BudgetRequest extends EstimateRequest {
  readonly id?: string;
  readonly labels?: Readonly<Record<string, string>>;
}
export interface Reservation {
  readonly id: string;
  readonly held: string;
  readonly maxOutputTokens: number;
  readonly expiresAt: string;
  settle(usage: unknown): Promise<Bill>;
  release(): Promise<void>;
}
export type Admission =
  | { readonly ok: true; readonly reservation: Reservation }
  | {
      readonly ok: false;
      readonly reason: 'denied' | 'unpriced' | 'conflict' | 'store-unavailable';
      readonly cap?: string;
      readonly remaining?: string;
      readonly affordableOutputTokens?: number;
    };
export interface Budget {
  reserve(request: BudgetRequest): Promise<Admission>;
  run<T>(
    request: BudgetRequest,
    call: (grant: Reservation) => Promise<T>,
    usageOf?: (reply: T) => unknown,
  ): Promise<T>;
}
export interface BudgetStore {
  readonly name: string;
}
export type FitsBudget = (request: EstimateRequest, limit: string) => Promise<boolean>;
export type AssertWithinBudget = (request: EstimateRequest, limit: string) => Promise<PricedEstimate>;
