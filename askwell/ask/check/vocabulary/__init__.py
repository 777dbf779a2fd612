"""How people say it: every sign the checker knows, one module for each thing meant; `notation` explains the writing."""
