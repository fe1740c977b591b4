"""What a shell asks of `_WUWU_COMPLETE` in, the script that connects the two or the words that fit out.

click knows bash, zsh and fish; PowerShell's script is written here.
"""

from __future__ import annotations

import os

from click.shell_completion import CompletionItem, ShellComplete, add_completion_class, shell_complete

from wuwu.cli.program import Program
from wuwu.messages import Words


class PowerShellComplete(ShellComplete):
    """Completion in Windows PowerShell 5 and PowerShell 7, which complete names of files where nothing fits."""

    name = "powershell"
    source_template = """\
Register-ArgumentCompleter -Native -CommandName %(prog_name)s -ScriptBlock {
    param($word, $line, $cursor)
    $env:COMP_WORDS = ($line.CommandElements |
        Where-Object { $_.Extent.EndOffset -lt $cursor } |
        ForEach-Object { $_.Extent.Text.Trim("'", '"') }) -join "`n"
    $env:COMP_CWORD = $word
    $env:%(complete_var)s = 'powershell_complete'
    try {
        %(prog_name)s | Where-Object { $_ } | ForEach-Object {
            $value, $help = $_ -split "`t", 2
            [System.Management.Automation.CompletionResult]::new($value, $value, 'ParameterValue', $help)
        }
    } finally {
        Remove-Item Env:COMP_WORDS, Env:COMP_CWORD, Env:%(complete_var)s -ErrorAction SilentlyContinue
    }
}
"""

    def get_completion_args(self) -> tuple[list[str], str]:
        """The words before the one that is typed, and what is typed of it."""
        words = os.environ.get("COMP_WORDS", "").split("\n")
        return words[1:], os.environ.get("COMP_CWORD", "")

    def complete(self) -> str:
        """The words that fit, one a line."""
        items = self.get_completions(*self.get_completion_args())
        return "\n".join(self.format_completion(item) for item in items if item.type == "plain")

    def format_completion(self, item: CompletionItem) -> str:
        """A word and what it means; without a meaning the word again, as PowerShell takes no empty one."""
        return f"{item.value}\t{item.help or item.value}"


def answer_shell(words: Words, variable: str, instruction: str) -> int:
    """Answer `SHELL_source` or `SHELL_complete`; the exit code."""
    add_completion_class(PowerShellComplete)
    return shell_complete(Program(words), {}, "wuwu", variable, instruction)
