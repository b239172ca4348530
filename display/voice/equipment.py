"""The engines that the settings name, in their order, as one voice."""

from pathlib import Path

from display.voice.clip_engine import ClipEngine
from display.voice.engine import VoiceEngine
from display.voice.fallback import FallbackEngine, NamedEngine
from display.voice.piper_engine import PiperEngine
from display.voice.worker_engine import WorkerEngine
from display.voice_settings import EngineName, VoiceSettings


def voice_of(settings: VoiceSettings) -> FallbackEngine:
    """Every engine the settings name, started; the first that can say a sentence says it."""
    names = dict.fromkeys(settings.voice_engines)
    return FallbackEngine([NamedEngine(name, engine_of(name, settings)) for name in names])


def engine_of(name: EngineName, settings: VoiceSettings) -> VoiceEngine:
    """One engine; whether it can say anything, its answers tell."""
    if name == "clips":
        folders = [Path(folder) for folder in (settings.clips, settings.english_clips) if folder]
        return ClipEngine(folders, settings.reading_manner())
    if name == "piper":
        files = {"vi": settings.piper_voice, "en": settings.piper_english_voice}
        return PiperEngine({language: Path(file) for language, file in files.items() if file}, settings.piper)
    engine = WorkerEngine()
    engine.start()
    return engine
