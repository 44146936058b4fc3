import { Component, type ReactNode } from "react";
import { toProblem, type Problem } from "../ecg/problem.ts";
import { Button } from "../ui/shared/button.tsx";
import { ProblemAlert } from "../ui/shared/problem-alert.tsx";

interface ErrorBoundaryProps {
  /** a change of it (another screen) tries again */
  readonly screenKey: string;
  readonly children: ReactNode;
}

interface ErrorBoundaryState {
  readonly problem: Problem | null;
  readonly screenKey: string;
}

/** A screen that fails to draw says so and offers a way on; the rest of the app, and what is saved, stays. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override state: ErrorBoundaryState = { problem: null, screenKey: this.props.screenKey };

  static getDerivedStateFromError(cause: unknown): Partial<ErrorBoundaryState> {
    return { problem: toProblem(cause) };
  }

  static getDerivedStateFromProps({ screenKey }: ErrorBoundaryProps, state: ErrorBoundaryState): ErrorBoundaryState {
    return screenKey === state.screenKey ? state : { problem: null, screenKey };
  }

  override render(): ReactNode {
    const { problem } = this.state;
    if (problem === null) return this.props.children;
    return (
      <>
        <h1 tabIndex={-1}>This screen could not be shown</h1>
        <ProblemAlert problem={problem}>
          <Button onClick={() => this.setState({ problem: null })}>Show it again</Button>
          <a href="#/">Go to Check</a>
        </ProblemAlert>
      </>
    );
  }
}
