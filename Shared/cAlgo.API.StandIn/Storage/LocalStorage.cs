namespace cAlgo.API;

public interface LocalStorage
{
    void SetString(string key, string value);
    void SetString(string key, string value, LocalStorageScope localStorageScope);
    void SetObject(string key, object obj);
    void SetObject(string key, object obj, LocalStorageScope localStorageScope);
    string GetString(string key);
    string GetString(string key, LocalStorageScope localStorageScope);
    T GetObject<T>(string key);
    T GetObject<T>(string key, LocalStorageScope localStorageScope);
    void Remove(string key);
    void Remove(string key, LocalStorageScope localStorageScope);
    void Flush(LocalStorageScope localStorageScope);
    void Reload(LocalStorageScope localStorageScope);
}
