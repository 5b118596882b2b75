import { Component, type ReactNode } from 'react';
import { Failure } from './states';

/** Shows a defect of a page in its place, so that the navigation stays usable. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { error: Error | null }> {
  override state = { error: null };

  static getDerivedStateFromError(error: Error) {
    return { error };
  }

  override render() {
    return this.state.error ? <Failure error={this.state.error} retry={() => window.location.reload()} /> : this.props.children;
  }
}
