/* eslint-disable @typescript-eslint/no-non-null-assertion -- indices run over the arrays' own lengths */
import type { Likelihood } from '../model/likelihood.ts';
import { factorise, solveInPlace } from '../../numerics/cholesky.ts';

/** A step that is predicted to gain less than this is taken without looking again: its error is of order λ³ ≈ 1e-15. */
const defaultEnough = 1e-10;
const maxIterations = 200;
/** A slope that differs by less than this between the sides of α = 0 is no kink. */
const smooth = 1e-12;

/**
 * Minimises a likelihood over its free global parameters by damped Newton steps, projected on the bounds.
 *
 * A parameter with a kink at α = 0 that sits on it is held there while the slopes of both sides point inward, and
 * released to the side that descends (an active set, as for bounds). Steps may cross a kink; where a step does not
 * descend it is first cut at the kinks it crosses, so that minima on a kink are reached exactly.
 */
export class Newton {
  /** See `defaultEnough`. */
  enough = defaultEnough;
  readonly x: Float64Array;
  value = Infinity;
  iterations = 0;
  /** Estimated distance to the minimum: the decrease that the last Newton step predicted. */
  distance = Infinity;
  converged = false;
  /** Norm of the gradient over the parameters that can still move, before the last step. */
  gradientNorm = Infinity;
  /** 1 where a parameter may move; the fit writes it. */
  readonly free: Uint8Array;
  private readonly likelihood: Likelihood;
  private readonly min: Float64Array;
  private readonly max: Float64Array;
  private readonly from: Float64Array;
  private readonly matrix: Float64Array;
  private readonly reduced: Float64Array;
  private readonly active: Int32Array;
  private readonly slope: Float64Array;

  constructor(likelihood: Likelihood) {
    const { globals, parameters, poi } = likelihood.model;
    const list = parameters.slice(0, globals);
    this.likelihood = likelihood;
    this.x = Float64Array.from(list, ({ init }) => init);
    this.free = Uint8Array.from(list, ({ fixed }) => (fixed ? 0 : 1));
    this.min = Float64Array.from(list, ({ min }) => min);
    this.max = Float64Array.from(list, ({ max }, i) => (i === poi ? Infinity : max));
    this.from = new Float64Array(globals);
    this.slope = new Float64Array(globals);
    this.matrix = new Float64Array(globals * globals);
    this.reduced = new Float64Array(globals);
    this.active = new Int32Array(globals);
  }

  isAtBound(p: number): boolean {
    return this.x[p]! <= this.min[p]! || this.x[p]! >= this.max[p]!;
  }

  /** Runs from the present x; the outcome is in `converged`, never assumed. */
  run(): void {
    const { likelihood } = this;
    this.converged = false;
    this.distance = Infinity;
    this.iterations = 0;
    this.value = likelihood.evaluate(this.x);
    while (this.iterations < maxIterations && this.value < Infinity) {
      this.iterations++;
      const movable = this.activeParameters();
      const whole = this.newtonStep(movable);
      this.distance = whole;
      let count = this.dropMisdirected(movable);
      for (let before = movable; count < before;) {
        this.distance = this.newtonStep(count);
        before = count;
        count = this.dropMisdirected(count);
      }
      if (this.distance < this.enough && (count === movable || whole < this.enough)) {
        this.finish(count);
        return;
      }
      if (!this.descend(count)) return;
    }
  }

  /**
   * Moves the free parameters along with a held one that is about to move by `change`: δφ = −H_φφ⁻¹ H_φp δp with the
   * Hessian of the last evaluation. Only a better start; on bounds and kinks parameters stay where they are.
   */
  predict(held: number, change: number): void {
    const { likelihood, active, reduced, matrix, x } = this;
    const { globals } = likelihood.model;
    const { hessian } = likelihood;
    let count = 0;
    for (let p = 0; p < globals; p++) {
      const resting = this.isAtBound(p) || (x[p] === 0 && likelihood.model.kinked[p] === 1);
      if (this.free[p] === 1 && p !== held && !resting) active[count++] = p;
    }
    for (let i = 0; i < count; i++) {
      const p = active[i]!;
      for (let j = 0; j <= i; j++) matrix[i * count + j] = hessian[p * globals + active[j]!]!;
      reduced[i] = -change * (p > held ? hessian[p * globals + held]! : hessian[held * globals + p]!);
    }
    if (!factorise(matrix, count)) return;
    solveInPlace(matrix, reduced, count);
    for (let i = 0; i < count; i++) {
      const p = active[i]!;
      x[p] = Math.min(Math.max(x[p]! + reduced[i]!, this.min[p]!), this.max[p]!);
    }
  }

  /** Fills `active` and `slope` with the parameters that can descend from here; returns how many. */
  private activeParameters(): number {
    const { likelihood, x, slope } = this;
    let count = 0;
    let norm = 0;
    for (let p = 0; p < x.length; p++) {
      if (this.free[p] === 0) continue;
      let g = likelihood.gradient[p]!;
      const jump = likelihood.jump[p]!;
      if (jump > smooth || jump < -smooth) {
        const right = likelihood.right[p] === 1 ? g : g + jump;
        const left = right - jump;
        if (right >= 0 && left <= 0) continue;
        g = right < 0 && (left <= 0 || -right > left) ? right : left;
        likelihood.right[p] = g < 0 ? 1 : 0;
      }
      if ((x[p]! <= this.min[p]! && g >= 0) || (x[p]! >= this.max[p]! && g <= 0)) continue;
      slope[p] = g;
      norm += g * g;
      this.active[count++] = p;
    }
    this.gradientNorm = Math.sqrt(norm);
    return count;
  }

  /**
   * Takes out of `active` what a bound or a kink holds after all: the slope points away from it, but the step, which
   * knows the other parameters, points through it, where the slope is another. Returns how many are left.
   */
  private dropMisdirected(count: number): number {
    const { likelihood, x, active, reduced } = this;
    let left = 0;
    for (let i = 0; i < count; i++) {
      const p = active[i]!;
      const step = reduced[i]!;
      const jump = likelihood.jump[p]!;
      const onKink = jump > smooth || jump < -smooth;
      const through =
        (x[p]! <= this.min[p]! && step < 0) ||
        (x[p]! >= this.max[p]! && step > 0) ||
        (onKink && (likelihood.right[p] === 1 ? step < 0 : step > 0));
      if (!through) active[left++] = p;
    }
    return left;
  }

  /** Newton's step in `reduced`; the diagonal is raised until the Hessian is positive definite. */
  private newtonStep(count: number): number {
    const { likelihood, matrix, reduced, active } = this;
    const { globals } = likelihood.model;
    let raise = 0;
    for (let attempt = 0; attempt < 40; attempt++) {
      for (let i = 0; i < count; i++) {
        const row = active[i]! * globals;
        for (let j = 0; j <= i; j++) matrix[i * count + j] = likelihood.hessian[row + active[j]!]!;
        matrix[i * count + i]! += raise * Math.max(Math.abs(matrix[i * count + i]!), 1e-8);
        reduced[i] = -this.slope[active[i]!]!;
      }
      if (factorise(matrix, count)) break;
      raise = raise === 0 ? 1e-6 : raise * 10;
    }
    solveInPlace(matrix, reduced, count);
    let gain = 0;
    for (let i = 0; i < count; i++) gain -= (this.slope[active[i]!]! * reduced[i]!) / 2;
    return raise > 0 ? Math.max(gain, 2 * this.enough * Math.sign(gain)) : gain;
  }

  /** The last step, too small to look again. */
  private finish(count: number): void {
    this.moveBy(count, 1, true);
    this.value -= this.distance;
    this.converged = this.likelihood.converged;
  }

  /** Whole step, step cut at kinks, then halves, until the value falls by a part of what the slope promises. */
  private descend(count: number): boolean {
    const { x, from, likelihood } = this;
    from.set(x);
    const start = this.value;
    for (let scale = 1, cut = false; scale > 1e-12;) {
      const promised = this.moveBy(count, scale, cut);
      this.value = likelihood.evaluate(x);
      if (this.value <= start + 1e-4 * promised) return true;
      x.set(from);
      if (cut || scale < 1) scale *= scale > 0.1 ? 0.5 : 0.1;
      cut = true;
    }
    this.value = likelihood.evaluate(x);
    return false;
  }

  /** Moves x along the step, held by the bounds; returns slope · displacement. */
  private moveBy(count: number, scale: number, cutAtKinks: boolean): number {
    const { x, active, reduced, likelihood } = this;
    let promised = 0;
    for (let i = 0; i < count; i++) {
      const p = active[i]!;
      const old = x[p]!;
      let to = old + scale * reduced[i]!;
      if (to < this.min[p]!) to = this.min[p]!;
      else if (to > this.max[p]!) to = this.max[p]!;
      if (cutAtKinks && old !== 0 && likelihood.model.kinked[p] === 1 && old * to < 0) to = 0;
      x[p] = to;
      promised += this.slope[p]! * (to - old);
    }
    return promised;
  }
}
