"""The parts of pages: each draws one question and its answer. Pages put them in order."""
